int main(void)
{
    int a[3] = {1, 2, 3}, sum = 0;
    for (int i = 0; i <= 10; i++)
        sum += a[i]; //~ out-of-bounds
    return sum;
}
