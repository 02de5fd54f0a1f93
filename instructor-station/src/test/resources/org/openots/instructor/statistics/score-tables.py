# Independent computation (numpy, scipy) of the statistics that the station shows.
import json, numpy as np
from scipy import stats
from fractions import Fraction
rng=np.random.default_rng(20261201)
def part():
    n,k=40,12
    most=np.array([2,4,5,3,6,8,4,10,5,3,6,4],float)
    ability=rng.normal(0,1,n)
    rows=[]
    for a in ability:
        r=[]
        for j in range(k):
            share=1/(1+np.exp(-(a-0.25*(j-5.5)+rng.normal(0,0.8))))
            r.append(round(float(np.round(share*most[j]*4)/4),2))
        rows.append(r)
    return most,np.array(rows)
def bits():
    n,k=36,10
    ability=rng.normal(0,1,n)
    rows=(rng.random((n,k))<1/(1+np.exp(-(ability[:,None]-0.3*(np.arange(k)-4.5))))).astype(float)
    return np.ones(k),rows
def analyse(most,x):
    n,k=x.shape; t=x.sum(1)
    d={}
    d['distribution']=dict(count=n,mean=t.mean(),deviation=t.std(ddof=1),least=t.min(),lowerQuartile=np.percentile(t,25),median=np.median(t),upperQuartile=np.percentile(t,75),most=t.max(),
       skewness=stats.skew(t,bias=False),kurtosis=stats.kurtosis(t,bias=False))
    order=sorted(range(n),key=lambda i:-t[i]); m=max(1,int(np.floor(0.27*n+0.5)))
    best,last=order[:m],order[-m:]
    d['items']=[dict(difficulty=x[:,j].mean()/most[j],deviation=x[:,j].std(ddof=1),discrimination=stats.pearsonr(x[:,j],t-x[:,j])[0],
        spread=(x[best,j].mean()-x[last,j].mean())/most[j],full=int((x[:,j]==most[j]).sum()),none=int((x[:,j]==0).sum())) for j in range(k)]
    a=k/(k-1)*(1-x.var(0,ddof=1).sum()/t.var(ddof=1))
    d['reliability']=dict(alpha=a,low=1-(1-a)*stats.f.ppf(0.975,n-1,(n-1)*(k-1)),high=1-(1-a)*stats.f.ppf(0.025,n-1,(n-1)*(k-1)),error=t.std(ddof=1)*np.sqrt(1-a))
    if (most==1).all():
        p=x.mean(0); d['reliability']['kr20']=k/(k-1)*(1-(p*(1-p)).sum()/t.var(ddof=0))
    return d
out={}
for name,(most,x) in dict(partial=part(),dichotomous=bits()).items():
    out[name]=dict(most=most.tolist(),points=x.tolist(),expected=analyse(most,x))
a=np.array(out['partial']['points']).sum(1)[:19]; b=np.array(out['partial']['points']).sum(1)[19:]
def tost(a,b,m):
    va,vb=a.var(ddof=1)/len(a),b.var(ddof=1)/len(b); se=np.sqrt(va+vb); df=(va+vb)**2/(va**2/(len(a)-1)+vb**2/(len(b)-1))
    d=a.mean()-b.mean()
    return dict(difference=d,error=se,freedom=df,low=d-stats.t.ppf(.95,df)*se,high=d+stats.t.ppf(.95,df)*se,
      equivalence=max(stats.t.sf((d+m)/se,df),stats.t.cdf((d-m)/se,df)),inequality=stats.ttest_ind(a,b,equal_var=False).pvalue)
out['comparison']=dict(a=a.tolist(),b=b.tolist(),margins=[dict(margin=m,expected=tost(a,b,m)) for m in (2.0,10.0,25.0)])
f=lambda o: float(o)
json.dump(out,open('score-tables.json','w'),default=f,indent=None,separators=(',',':'))
print(json.dumps(out['partial']['expected']['distribution'],default=f), [i['full'] for i in out['partial']['expected']['items']], out['partial']['expected']['reliability'], out['comparison']['margins'][0]['expected'])
t=np.array(out['partial']['points']).sum(1); print(sorted(t)[-12:], len(set(t)))
