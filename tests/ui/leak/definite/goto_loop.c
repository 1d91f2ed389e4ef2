#include <stdlib.h>
int main(void){
  int i = 0;
again:;
  {
  char *p = malloc(4); //~ leak: definite 8 //~ leak: definite 4
  *p = 1;
  if (++i < 3) goto again; //~ lost: break
  } //~ lost: scope
  return 0;
}
