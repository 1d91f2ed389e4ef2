//@ stdin: some text\n
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char text[8];
    ssize_t n = read(0, text, 16); //~ out-of-bounds
    printf("%zd\n", n);
    return 0;
}
