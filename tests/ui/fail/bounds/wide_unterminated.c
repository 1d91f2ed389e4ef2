#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wchar_t letters[3] = {L'a', L'b', L'c'};
    printf("%zu\n", wcslen(letters)); //~ out-of-bounds
    return 0;
}
