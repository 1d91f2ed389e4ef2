// 7.29.6p3: a conversion begins with a state that was set to zero
//@ options: --keep-going
#include <wchar.h>
int main(void) {
    mbstate_t state;
    wchar_t letter = 0;
    size_t used = mbrtowc(&letter, "a", 1, &state); //~ uninitialized-read
    return used != 1;
}
