#include <stdio.h>

int main(void)
{
    char line[32] = "total";
    sprintf(line, "%s: %d", line, 3); //~ overlapping-copy
    puts(line);
    return 0;
}
