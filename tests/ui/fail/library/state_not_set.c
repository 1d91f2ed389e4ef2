#include <locale.h>
#include <wchar.h>

int main(void)
{
    mbstate_t state;
    wchar_t c;
    setlocale(LC_ALL, "C.UTF-8");
    return mbrtowc(&c, "x", 1, &state) != 1; //~ uninitialized-read
}
