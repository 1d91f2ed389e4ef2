#include <stdlib.h>
#include <string.h>
int main(void){ 
  char *p = strcpy(malloc(4), "abc"); //~ leak: definite 4
  p[0] = 'x';
  return 0; //~ lost: main-returned
}
