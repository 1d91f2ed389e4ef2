// 7.12.3: the argument is of a real floating type
#include <math.h>

int main(void)
{
    return isnan(1); //~ wrong-operand
}
