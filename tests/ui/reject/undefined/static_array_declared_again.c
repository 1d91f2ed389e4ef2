// 6.9.2p3: a tentative definition with internal linkage says the length
//@ options: -W all=error
static int numbers[2];
static int numbers[]; //~ incomplete-type

int main(void)
{
    return numbers[0];
}
