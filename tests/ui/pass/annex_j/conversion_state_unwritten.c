// 7.29.6p3: a state of zeros begins a conversion, and so does none at all
#include <string.h>
#include <wchar.h>
int main(void) {
    mbstate_t state, other = {0};
    memset(&state, 0, sizeof state);
    wchar_t letter = 0;
    char bytes[4];
    size_t used = mbrtowc(&letter, "a", 1, &state);
    used += mbrtowc(&letter, "b", 1, NULL);
    used += wcrtomb(bytes, L'c', &other);
    return used != 3 || !mbsinit(&state) || !mbsinit(NULL);
}
