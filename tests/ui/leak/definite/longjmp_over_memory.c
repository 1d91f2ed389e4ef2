#include <stdlib.h>
#include <setjmp.h>
static jmp_buf b;
static void h(char **q){ (void)q; longjmp(b, 1); } //~ lost: longjmp
static void g(void){
  char *p = malloc(10); //~ leak: definite 10
  h(&p);
}
int main(void){
  if (setjmp(b) == 0) g();
  return 0;
}
