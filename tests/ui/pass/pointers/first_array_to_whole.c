// 6.7.2.1p15: a pointer to a struct's first member, converted, leads to the struct
//@ options: -W all=error
#include <stdio.h>
#include <string.h>

struct name { char text[12]; };
struct person { struct name name; int age; };

static int age(char *text)
{
    return ((struct person *)text)->age;
}

int main(void)
{
    struct person list[2] = {{{"ann"}, 30}, {{"bob"}, 40}};
    char *text = list[1].name.text;
    struct person *p = (struct person *)text;
    printf("%s %d %d\n", text, p->age, age(list[0].name.text));
    memset(p, 0, sizeof *p);
    return age(text);
}
