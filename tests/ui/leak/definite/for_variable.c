#include <stdlib.h>
int main(void){
  int i = 0;
  for (char *p = malloc(4); i < 3; i++) //~ leak: definite 4
    *p = i; //~ lost: scope
  return 0;
}
