#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[32] = "total", word[8];
    sprintf(line + strlen(line), ": %d", 3);
    puts(line);
    // Two halves of one array.
    sprintf(line + 16, "%s", line);
    puts(line + 16);
    sscanf(line, "%7s", word);
    puts(word);
    return 0;
}
