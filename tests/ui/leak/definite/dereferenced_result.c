#include <stdlib.h>
#include <string.h>
int main(void){
  char c = *strdup("abc"); //~ leak: definite 4 //~ lost: result-ignored
  char d = strdup("xyz")[1]; //~ leak: definite 4 //~ lost: result-ignored
  return c != 'a' || d != 'y';
}
