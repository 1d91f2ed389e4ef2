int n = 1 << -1; //~ invalid-shift
//~^ not-constant
int main(void)
{
    return n;
}
