#include <stdlib.h>
int main(void){
  int i = 0;
  do {
    char *p = malloc(3); //~ leak: definite 3 //~ leak: definite 3
    if (i == 0) continue; //~ lost: break
    p[0] = 1;
  } while (++i < 2); //~ lost: scope
  return 0;
}
