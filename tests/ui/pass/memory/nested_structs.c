#include <stdio.h>
#include <string.h>

struct name { char first[8], last[8]; };
struct person { struct name name; int age; struct { int day, month; } born; };

int main(void) {
    struct person people[2] = {{{"Ada", "L"}, 36, {10, 12}}, {.name.last = "H", .born.month = 12}};
    strcpy(people[1].name.first, "Grace");
    struct person *p = people;
    p++;
    p->age = people[0].age + 1;
    for (p = people; p < people + 2; p++)
        printf("%s %s %d %d.%d.\n", p->name.first, p->name.last, p->age, p->born.day, p->born.month);
    return 0;
}
