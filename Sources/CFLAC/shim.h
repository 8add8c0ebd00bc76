#include <FLAC/stream_decoder.h>

// The library keeps its version in a variable, which Swift 6 does not let anybody read unguarded.
static inline const char *cflac_version(void) { return FLAC__VERSION_STRING; }
