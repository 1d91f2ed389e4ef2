static __float128 wide = 5; //~ unsupported

int main(void)
{
    return wide != 5;
}
