#include <stdlib.h>
void use(char *q){
  q[0] = 1;
} //~ lost: scope
int main(void){
  use(malloc(9)); //~ leak: definite 9
  return 0;
}
