int main(void)
{
    double result;
    return __builtin_mul_overflow(1, 2, &result); //~ wrong-operand
}
