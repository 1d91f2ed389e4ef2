/* However many blocks there are, the variable that holds them is named. */
#include <stdlib.h>

struct link {
    struct link *prev, *next;
    int value;
};

int main(void)
{
    struct link *head = NULL;
    for (int i = 0; i < 4000; i++) {
        struct link *made = malloc(sizeof *made); //~ leak: cycle 96000
        made->value = i;
        made->prev = NULL;
        made->next = head;
        if (head)
            head->prev = made;
        head = made;
    }
    return 0; //~ lost: main-returned
}
