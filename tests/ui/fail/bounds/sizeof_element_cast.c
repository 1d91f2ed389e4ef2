int main(void)
{
    int numbers[3];
    int i = 0;
    do {
        numbers[i] = i; //~ out-of-bounds
        i++;
    } while (i < (int)sizeof(numbers));
    return numbers[0];
}
