#include <stdlib.h>
struct s { char *p; int n; };
void use(struct s x){
  x.n = 1;
} //~ lost: scope
struct s mk(void){ struct s x; x.p = malloc(9); x.n = 0; return x; } //~ leak: definite 9
int main(void){
  use(mk());
  return 0;
}
