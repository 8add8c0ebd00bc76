#include <alsa/asoundlib.h>

// The library says its troubles to one handler of the process, which takes a variable number of
// arguments, so that Swift cannot write it; the library's own prints them on standard error. This one
// hands them to the listener of the thread that made the call, and is silent where there is none.
static inline void calsa_pass_on(const char *file, int line, const char *function, int error,
                                 const char *format, ...) {
    // The only way to ask who listens is to set another.
    snd_local_error_handler_t listener = snd_lib_error_set_local(NULL);
    if (!listener) return;
    snd_lib_error_set_local(listener);
    va_list arguments;
    va_start(arguments, format);
    listener(file, line, function, error, format, arguments);
    va_end(arguments);
}

static inline void calsa_keep_off_stderr(void) { snd_lib_error_set_handler(calsa_pass_on); }
