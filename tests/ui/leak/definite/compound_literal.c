#include <stdlib.h>
struct s { char *p; };
int main(void){
  {
    struct s *q = &(struct s){ malloc(3) }; //~ leak: definite 3
    q->p[0] = 1;
  } //~ lost: scope
  return 0;
}
