#include <stdlib.h>
struct n { int pad; struct n *next; };
static struct n **tail;
int main(void){
  struct n *a = malloc(sizeof *a); //~ leak: possible 16
  a->next = malloc(sizeof *a); //~ leak: possible 16
  a->next->next = 0;
  tail = &a->next;
  return 0;
}
