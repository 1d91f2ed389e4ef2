#include <stdlib.h>
#include <stdint.h>
static uintptr_t g;
int main(void){
  char *p = malloc(10); //~ leak: possible 10
  g = (uintptr_t)p;
  return 0;
}
