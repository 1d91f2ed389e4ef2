#include <stdlib.h>
struct table {
    int count;
    char *names[];
};
static struct table *table;
int main(void)
{
    table = malloc(sizeof *table + 3 * sizeof(char *)); //~ leak: reachable 32
    for (int i = 0; i < 3; i++) table->names[i] = NULL;
    table->names[2] = malloc(5); //~ leak: reachable 5
    return 0;
}
