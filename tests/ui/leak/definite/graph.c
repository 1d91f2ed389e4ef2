#include <stdlib.h>
struct n { struct n *e[3]; };
static struct n *mk(void){ return calloc(1, sizeof(struct n)); }  //~ leak: definite 24 +72
int main(void){
  struct n *a = mk(), *b = mk(), *c = mk(), *d = mk();
  a->e[0] = b; b->e[0] = c; c->e[1] = b; c->e[2] = d;
  b = c = d = 0;
  a = 0; //~ lost: overwritten
  return 0;
}
