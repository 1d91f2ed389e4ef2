/* Lost before reachable, a cause before what it led to, larger before smaller. */
#include <stdlib.h>
struct node { char *text; struct node *next; };
static struct node *head;
static char *small_one;
int main(void) {
    small_one = malloc(100); //~ leak: reachable 100
    head = malloc(sizeof *head); //~ leak: reachable 16
    head->next = NULL;
    head->text = malloc(200); //~ leak: reachable 200
    char *p = malloc(10); //~ leak: definite 10
    p = malloc(30); //~ leak: definite 30
    //~^ lost: overwritten
    p = NULL; //~ lost: overwritten
    struct node *ring = malloc(sizeof *ring); //~ leak: cycle 16
    ring->next = ring;
    ring->text = NULL;
    ring = NULL; //~ lost: overwritten
    return 0;
}
