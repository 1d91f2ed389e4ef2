/* A list of records and a stack of numbers. Clean as it stands; the comments
   name errors that are planted here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    struct record *next;
    char *name;
    int marks[3];
};

static struct record *list;

static struct record *add(const char *name, int mark)
{
    struct record *record = malloc(sizeof *record); //% wrong sizeof: sizeof *record => sizeof(list), out-of-bounds @named
    if (record == NULL)
        exit(1);
    record->name = malloc(strlen(name) + 1); //= named
    if (record->name == NULL)
        exit(1);
    strcpy(record->name, name);
    for (int i = 0; i < 3; i++) //% count one too many: i < 3 => i <= 3, out-of-bounds @marked
    {
        record->marks[i] = mark + i; //= marked
    }
    record->next = list;
    list = record;
    return record;
}

static int best(const struct record *record)
{
    int best = record->marks[0];
    for (int i = 1; i < 3; i++)
        if (record->marks[i] > best)
            best = record->marks[i];
    return best;
}

static void remove_all(void)
{
    while (list != NULL) {
        struct record *next = list->next;
        free(list->name);
        free(list);
        list = next; //% mix up pointers: next; => list->next;, use-after-free
    }
}

struct stack {
    int *items;
    int count, room;
};

static void push(struct stack *stack, int item)
{
    if (stack->count == stack->room) {
        int room = stack->room ? stack->room * 2 : 2;
        int *items = realloc(stack->items, room * sizeof *items); //% shrink an allocation: room * sizeof => (room - 1) * sizeof, out-of-bounds @pushed
        if (items == NULL)
            exit(1);
        stack->items = items; //% mix up pointers: = items => = stack->items, null-dereference @pushed
        stack->room = room;
    }
    stack->items[stack->count++] = item; //= pushed
}

static int pop(struct stack *stack)
{
    return stack->items[--stack->count]; //% count one too many: --stack->count => stack->count + 3, out-of-bounds
}

int main(void)
{
    add("ada", 3);
    add("bob", 5);
    for (const struct record *r = list; r != NULL; r = r->next) {
        printf("%s %d\n", r->name, best(r)); //% mix up pointers: r->name => r->marks[0], format-mismatch
    }
    struct stack stack = {NULL, 0, 0};
    for (int i = 0; i < 5; i++)
        push(&stack, i * i);
    printf("%d %d\n", pop(&stack), stack.count);
    remove_all();
    free(stack.items);
    return 0;
}
