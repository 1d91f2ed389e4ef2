#include <stdlib.h>
#include <setjmp.h>
static jmp_buf b;
static void g(void){
  char *p = malloc(10); //~ leak: definite 10
  *p = 0;
  longjmp(b, 1); //~ lost: longjmp
}
int main(void){
  if (setjmp(b) == 0) g();
  return 0;
}
