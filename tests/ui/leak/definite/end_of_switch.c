#include <stdlib.h>
int main(void){
  switch (1) {
    char *p;
    case 1: p = malloc(3); //~ leak: definite 3
      *p = 1;
  } //~ lost: scope
  return 0;
}
