#include <time.h>

int main(void)
{
    char text[4];
    time_t start = 0;
    strftime(text, 20, "%Y", gmtime(&start)); //~ out-of-bounds
    return 0;
}
