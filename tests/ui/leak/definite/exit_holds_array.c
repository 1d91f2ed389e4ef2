#include <stdlib.h>
struct s { char *n[3]; };
int main(void){
  struct s v[2] = {{{0}}};
  v[1].n[2] = malloc(10); //~ leak: definite 10
  exit(0); //~ lost: exit
}
