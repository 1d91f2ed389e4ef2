/* A struct is overwritten: the member that held it is named. */
#include <stdlib.h>

struct person {
    int age;
    char *name;
};

union value {
    long number;
    char *text;
};

int main(void)
{
    struct person *person = calloc(1, sizeof *person), nobody = {0, NULL};
    union value value;
    person->name = malloc(4); //~ leak: definite 4
    *person = nobody; //~ lost: overwritten
    free(person);
    value.text = malloc(5); //~ leak: definite 5
    value.number = 7; //~ lost: overwritten
    return (int)value.number - 7;
}
