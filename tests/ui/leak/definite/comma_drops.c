#include <stdlib.h>
int main(void){
  char *p = (malloc(4), malloc(3)); //~ leak: definite 4 //~ lost: result-ignored //~ leak: definite 3
  return p == NULL; //~ lost: main-returned
}
