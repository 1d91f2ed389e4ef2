#include <stdlib.h>
struct n { struct n *o; };
int main(void){
  struct n *a = malloc(sizeof *a), *b = malloc(sizeof *b); //~ leak: cycle 16
  a->o = b; b->o = a;
  exit(0); //~ lost: exit
}
