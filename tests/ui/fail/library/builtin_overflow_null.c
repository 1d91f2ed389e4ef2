int main(void)
{
    int *result = 0;
    return __builtin_add_overflow(1, 2, result); //~ null-dereference
}
