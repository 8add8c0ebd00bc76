// Wide characters: the header offers them only on request.
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>
#include <term.h>

// Swift refuses global variables that C may change, and `term.h` makes macros of common words.
static inline WINDOW *cncurses_screen(void) { return stdscr; }

// Attributes are macros of shifted bits.
static inline int cncurses_bold(void) { return (int)A_BOLD; }
static inline int cncurses_dim(void) { return (int)A_DIM; }
static inline int cncurses_reverse(void) { return (int)A_REVERSE; }
static inline int cncurses_underline(void) { return (int)A_UNDERLINE; }
static inline int cncurses_pair(int pair) { return (int)COLOR_PAIR(pair); }
