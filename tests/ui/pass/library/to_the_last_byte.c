#include <stdio.h>
#include <string.h>
#include <wchar.h>

int main(void)
{
    char word[4], other[6] = "ab", names[2][4];
    wchar_t wide[4];
    strncpy(word, "abcdef", 4);
    printf("%.4s\n", word);
    strcat(other, "cde");
    puts(other);
    strncat(strcpy(word, "x"), "yzw", 2);
    puts(word);
    snprintf(word, sizeof word, "%d", 12345);
    puts(word);
    strcpy(names[1], "abc");
    puts(names[1]);
    memmove(other + 1, other, 4);
    puts(other);
    printf("%d\n", wcscpy(wide, L"abc") == wide);
    // A size that is too large is no harm while the text fits.
    snprintf(word, 100, "%s", "hi");
    puts(word);
    return 0;
}
