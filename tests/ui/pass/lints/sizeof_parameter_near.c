#include <string.h>
struct node {
    int value;
    struct node *next;
};
static void clear(struct node *n, int count, char name[20]) {
    int numbers[4];
    memset(n, 0, sizeof(*n));
    memset(numbers, 0, sizeof(numbers));
    name[0] = (char)(count + (int)(sizeof(numbers) / sizeof(numbers[0])));
}
int main(void) {
    struct node one;
    char name[20];
    clear(&one, 1, name);
    return one.value + name[0] - 5;
}
