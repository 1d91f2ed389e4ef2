// 6.7.3.1p4: restrict pointers are assigned from outer blocks to inner ones only
//@ options: -W all=error
static int numbers[8];
static int *restrict kept;

static int keep(int *restrict p)
{
    kept = p + 1; //~ restrict-assignment
    return *kept;
}

static int both(int *restrict p, int *restrict q)
{
    p = q; //~ restrict-assignment
    return *p;
}

int main(void)
{
    int *restrict outer = numbers;
    {
        int *restrict inner = numbers + 4;
        outer = &inner[1]; //~ restrict-assignment
    }
    return keep(numbers) + both(outer, numbers + 6);
}
