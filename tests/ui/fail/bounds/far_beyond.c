int main(void)
{
    unsigned less = 3, more = 5;
    int numbers[4] = {0};
    numbers[less - more] = 1; //~ out-of-bounds
    return numbers[0];
}
