// 7.12.14p1: what isgreater and its relatives compare is floating
#include <math.h>
int main(void) {
    int n = 1;
    int sum = isgreater(n, 2);   //~ wrong-operand
    sum += isunordered(n, 2L);   //~ wrong-operand
    sum += islessgreater('a', n); //~ wrong-operand
    return sum;
}
