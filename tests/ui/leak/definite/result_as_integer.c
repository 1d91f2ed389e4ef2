#include <stdlib.h>
#include <stdint.h>
int main(void){
  uintptr_t v = (uintptr_t)malloc(3); //~ leak: definite 3 //~ lost: result-ignored
  return v == 0;
}
