#include <stdlib.h>
struct n { struct n *next, *prev; };
int main(void){
  struct n *h = NULL;
  for (int i=0;i<3;i++){ struct n *x = malloc(sizeof *x); x->next = h; x->prev = NULL; if (h) h->prev = x; h = x; } //~ leak: cycle 48
  h = NULL; //~ lost: overwritten
  return 0;
}
