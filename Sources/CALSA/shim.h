#include <alsa/asoundlib.h>

// The library prints its troubles on standard error through a handler that takes a variable number of
// arguments, which Swift cannot write.
static inline void calsa_keep_silent(const char *file, int line, const char *function, int error,
                                     const char *format, ...) {}

static inline void calsa_silence(void) { snd_lib_error_set_handler(calsa_keep_silent); }
