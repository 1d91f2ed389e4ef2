#include <stdlib.h>
char *id(char *p){ return p; }
int main(void){
  id(malloc(3)); //~ leak: definite 3 //~ lost: result-ignored
  return 0;
}
