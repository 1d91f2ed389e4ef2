#include <stdlib.h>
struct s { char *p; };
static struct s mk(void){ struct s x = { malloc(4) }; return x; } //~ leak: definite 12
static void use(struct s x){
  x.p[0] = 1;
} //~ lost: scope
int main(void){
  for (int i=0;i<3;i++) use(mk());
  return 0;
}
