#include <stdio.h>

int main(void)
{
    char line[32] = "total";
    snprintf(line, sizeof line, "%s: %d", line + 1, 3); //~ overlapping-copy
    puts(line);
    return 0;
}
