#include <stdio.h>
#include <string.h>

static const char *name_of(char c)
{
    switch (c) {
    case 'a' || 'b': //~ lone-constant
        return "a or b";
    default:
        return "another";
    }
}

int main(void)
{
    char c = 'e';
    const char *word = "maybe";
    int n = 3, turns = 0;
    while (n == 1 || 2) { //~ lone-constant
        if (++turns == 3)
            break;
    }
    for (int i = 0; i != 3 && 4; i++) //~ lone-constant
        turns++;
    do
        turns++;
    while (turns < 10 && 20); //~ lone-constant
    int letter = c == 'x' || 'y' ? 1 : 2; //~ lone-constant
    letter += 'x' || 'y' == c; //~ lone-constant
    if (n > 0 && 5) //~ lone-constant
        puts("more than 5?");
    if (c == ('a' || 'b' || 'c')) //~ lone-constant
        puts("never");
    if (n != (4 || 5)) //~ lone-constant
        puts("always");
    if (strcmp(word, "yes") == 0 || "no") //~ lone-constant
        puts("a text");
    if (!strcmp(word, "yes") || "no") //~ lone-constant
        puts("a text");
    printf("%d %d %s\n", turns, letter, name_of('b'));
    return 0;
}
