#include <stdio.h>

int main(void)
{
    char line[32] = "first second";
    sscanf(line, "%*s %s", line); //~ overlapping-copy
    puts(line);
    return 0;
}
